/// Holds the container image and the Kubernetes manifests to one another and to the application.
@NullMarked
package org.dossier.deployment;

import org.jspecify.annotations.NullMarked;
