package org.dossier.cli.command;

import org.dossier.auth.Permission;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The name of a permission on the command line.
final class PermissionName implements ITypeConverter<Permission> {
  @Override
  public Permission convert(String name) {
    return switch (name) {
      case "read" -> Permission.ASK;
      case "write" -> Permission.CHANGE;
      case "admin" -> Permission.OPERATE;
      default ->
          throw new TypeConversionException(
              "‘" + name + "’ is not a permission: read, write or admin");
    };
  }

  /// `read`, `write` or `admin`.
  static String of(Permission permission) {
    return switch (permission) {
      case ASK -> "read";
      case CHANGE -> "write";
      case OPERATE -> "admin";
    };
  }
}
