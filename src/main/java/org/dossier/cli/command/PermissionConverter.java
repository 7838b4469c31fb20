package org.dossier.cli.command;

import java.util.Arrays;
import org.dossier.auth.Permission;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Parses the name of a permission on the command line.
final class PermissionConverter implements ITypeConverter<Permission> {
  @Override
  public Permission convert(String name) {
    return Arrays.stream(Permission.values())
        .filter(permission -> permission.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "‘" + name + "’ is not a permission: read, write or admin"));
  }
}
