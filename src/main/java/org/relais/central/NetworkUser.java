package org.relais.central;

/**
 * A user's account as the mSupply central server keeps it: {@code userInfo.user} of a sign-in's answer. Every text may be
 * empty, none is null.
 *
 * @param loginCount {@code nblogins}
 * @param lastTime {@code lasttime}, in the server's own counting
 * @param language 0 English, 1 French, 2 Spanish, 3 Lao, 4 Khmer, 5 Portuguese, 6 Russian, 7 Tetum
 */
public record NetworkUser(
        String id,
        String name,
        String startupMethod,
        long loginCount,
        String groupId,
        String mode,
        boolean active,
        long lastTime,
        String initials,
        String firstName,
        String lastName,
        String address1,
        String address2,
        String email,
        String phone1,
        String phone2,
        String jobTitle,
        boolean responsibleOfficer,
        long language,
        boolean usesLdap,
        String ldapLogin,
        boolean receivesSmsErrors,
        boolean isGroup,
        String windowsUserName,
        String licenseCategoryId,
        boolean isInactiveAuthoriser,
        String spare1) {

    static NetworkUser read(Fields user) {
        return new NetworkUser(
                user.text("ID"),
                user.text("name"),
                user.text("startup_method"),
                user.number("nblogins"),
                user.text("group_id"),
                user.text("mode"),
                user.flag("active"),
                user.number("lasttime"),
                user.text("initials"),
                user.text("first_name"),
                user.text("last_name"),
                user.text("address_1"),
                user.text("address_2"),
                user.text("e_mail"),
                user.text("phone1"),
                user.text("phone2"),
                user.text("job_title"),
                user.flag("responsible_officer"),
                user.number("Language"),
                user.flag("use_ldap"),
                user.text("ldap_login_string"),
                user.flag("receives_sms_errors"),
                user.flag("is_group"),
                user.text("windows_user_name"),
                user.text("license_category_id"),
                user.flag("isInactiveAuthoriser"),
                user.text("spare_1"));
    }
}
