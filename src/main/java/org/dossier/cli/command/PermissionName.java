package org.dossier.cli.command;

import org.dossier.auth.Permission;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The name of a permission on the command line.
final class PermissionName implements ITypeConverter<Permission> {
  @Override
  public Permission convert(String name) {
    return switch (name) {
      case "read" -> Permission.READ;
      case "write" -> Permission.WRITE;
      case "admin" -> Permission.ADMIN;
      default ->
          throw new TypeConversionException(
              "‘" + name + "’ is not a permission: read, write or admin");
    };
  }

  /// `read`, `write` or `admin`.
  static String of(Permission permission) {
    return switch (permission) {
      case READ -> "read";
      case WRITE -> "write";
      case ADMIN -> "admin";
    };
  }
}
