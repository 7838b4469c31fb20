/// Tests that the container image, the Kubernetes manifests and the application are consistent.
@NullMarked
package org.dossier.deployment;

import org.jspecify.annotations.NullMarked;
