package org.dossier.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission that a request requires. The annotation of the method overrides that of its
/// class. A resource with neither this annotation nor [PublicEndpoint] requires [Permission#ADMIN],
/// so that nothing is open by oversight.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {
  Permission value();
}
