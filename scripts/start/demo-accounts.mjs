/** The accounts of the demo city, as the seed makes them; printed by the start. */
export const demoPassword = 'Demo-2026!'

export const demoAccounts = [
  ['municipal@demo.test', '市局管理员'],
  ['officer@demo.test', '市局工作人员'],
  ['jinshan@demo.test', '金山区应急管理局'],
  ['scip@demo.test', '上海化学工业区管委会'],
  ['insurer@demo.test', '承保机构专人（石油化工、油漆涂料）'],
  ['insurer2@demo.test', '另一承保机构专人（加油站）'],
  ['lead@demo.test', '石油化工联盟牵头企业'],
  ['member@demo.test', '油漆涂料联盟成员企业（金山区）'],
  ['station@demo.test', '多座加油站的指定专人'],
]
