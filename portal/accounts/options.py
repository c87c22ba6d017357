"""What allauth and axes are told; portal.settings takes all of it in."""

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/admin/"
ACCOUNT_ADAPTER = "portal.accounts.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = {"login_failed": ""}  # axes is the strict one, and counts in the database
_FORMS = "portal.accounts.forms"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.SignInForm",
    "reauthenticate": f"{_FORMS}.PasswordAgainForm",
    "change_password": f"{_FORMS}.NewPasswordForm",
}
MFA_ADAPTER = "portal.accounts.adapter.SealingMFAAdapter"
MFA_FORMS = {
    "authenticate": f"{_FORMS}.CodeForm",
    "authenticate_webauthn": f"{_FORMS}.KeyForm",
    "reauthenticate": f"{_FORMS}.CodeAgainForm",
    "activate_totp": f"{_FORMS}.EnrolAppForm",
    "add_webauthn": f"{_FORMS}.EnrolKeyForm",
    "edit_webauthn": f"{_FORMS}.RenameKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Dengei"
MFA_RECOVERY_CODES_SHOW_ONCE = True
SECOND_FACTOR = "portal.accounts.second_factor"  # what the desk asks at approval
SECOND_FACTOR_FRESH_SECONDS = 300  # at approval an older second factor is asked again
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
# By name and address together: one attacker must not lock out everybody.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "portal.accounts.backend.lowercase_username"
CLIENT_ADDRESS = "portal.accounts.backend.client_address"  # from where somebody asks
AXES_CLIENT_IP_CALLABLE = CLIENT_ADDRESS
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
