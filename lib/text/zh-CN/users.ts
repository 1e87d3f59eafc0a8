export const users = {
  role: {
    MUNICIPAL: '市应急管理局',
    JURISDICTION: '监管区（管委会）',
    INSURER: '承保机构',
    ENTERPRISE: '企业',
  },
  mail: {
    INVITATION: {
      subject: '邀请您开通行业安全联盟门户账号',
      body: '{name}：\n\n您已受邀使用上海市危险化学品企业行业安全联盟门户。请在 {hours} 小时内打开下面的链接，设置密码并开通账号：\n\n{link}\n\n链接只能使用一次，请勿转发。如与您无关，不必理会本邮件。',
    },
    RESET: {
      subject: '重设行业安全联盟门户的密码',
      body: '{name}：\n\n请在 {hours} 小时内打开下面的链接，设置新的密码：\n\n{link}\n\n链接只能使用一次，请勿转发。如果不是您本人申请，不必理会本邮件，原密码仍然有效。',
    },
  },
  refusals: {
    LAST_ADMINISTRATOR: '市局至少要有一名长期有效的账号管理员。请先任命另一名管理员',
    USER_DISABLED: '该账号已停用。如需使用，请先恢复账号',
    USER_NOT_DISABLED: '该账号没有停用，不必恢复',
    APPOINTMENT_ENDED: '该任职已经结束',
    APPOINTMENTS_DO_NOT_OVERLAP: '该人员在同一单位同一时段已有任职，请核对起止日期',
  },
}
