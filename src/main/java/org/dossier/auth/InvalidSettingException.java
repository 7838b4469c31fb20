package org.dossier.auth;

/// A setting has an invalid value. The message names the setting and the problem.
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param setting the full name of the setting
  /// @param problem what is wrong with its value; without the value if the value is a secret
  public InvalidSettingException(String setting, String problem) {
    super(setting + ": " + problem);
  }
}
