export const users = {
  role: {
    MUNICIPAL: '市应急管理局',
    JURISDICTION: '监管区（管委会）',
    INSURER: '承保机构',
    ENTERPRISE: '企业',
  },
  refusals: {},
}
