package org.dossier.auth;

/// A setting has a value that cannot be used. The message names the setting and what is wrong.
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param setting its full name
  /// @param problem what is wrong with its value; without the value, if that is a secret
  public InvalidSettingException(String setting, String problem) {
    super(setting + ": " + problem);
  }
}
