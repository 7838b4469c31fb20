/// The commands and options that the command line accepts, and its parser.
@NullMarked
package org.dossier.cli.command;

import org.jspecify.annotations.NullMarked;
