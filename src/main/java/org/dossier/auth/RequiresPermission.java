package org.dossier.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right that somebody needs for a request: that of the method, else that of its class. What
/// has neither this nor [PublicEndpoint] needs [Permission#OPERATE], so that nothing is open by
/// oversight.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {
  Permission value();
}
