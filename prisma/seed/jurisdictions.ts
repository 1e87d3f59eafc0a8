import type { JurisdictionKind } from '@/lib/core/prisma/enums'

type JurisdictionFacts = {
  code: string
  kind: JurisdictionKind
  name: string
  shortName: string
  nameEn: string
  aliases: string[]
  formerCodes: string[]
}

/**
 * The 18 bodies that supervise enterprises. Sixteen districts under their GB/T 2260 codes, with the codes and names of the
 * districts that were merged into them (old credit codes still carry those), and the two functional areas that the notice
 * is copied to; these have no county code, so theirs are the portal's own.
 */
export const jurisdictions = [
  district('310101', '黄浦', 'Huangpu District', { codes: ['310102', '310103'], names: ['卢湾', '南市'] }),
  district('310104', '徐汇', 'Xuhui District'),
  district('310105', '长宁', 'Changning District'),
  district('310106', '静安', "Jing'an District", { codes: ['310108'], names: ['闸北'] }),
  district('310107', '普陀', 'Putuo District'),
  district('310109', '虹口', 'Hongkou District'),
  district('310110', '杨浦', 'Yangpu District'),
  district('310112', '闵行', 'Minhang District'),
  district('310113', '宝山', 'Baoshan District', { codes: ['310111'], names: ['吴淞'] }),
  district('310114', '嘉定', 'Jiading District'),
  {
    ...district('310115', '浦东', 'Pudong New Area', { codes: ['310119'], names: ['南汇'] }, [
      '上海市浦东新区',
      '浦东新区应急管理局',
      '浦东新区应急局',
    ]),
    name: '浦东新区',
  },
  district('310116', '金山', 'Jinshan District'),
  district('310117', '松江', 'Songjiang District'),
  district('310118', '青浦', 'Qingpu District'),
  district('310120', '奉贤', 'Fengxian District'),
  district('310151', '崇明', 'Chongming District', { codes: ['310230'], names: [] }, ['崇明县']),
  {
    code: 'SH-LGXPQ',
    kind: 'FUNCTIONAL_AREA',
    name: '临港新片区',
    shortName: '临港',
    nameEn: 'Lin-gang Special Area',
    aliases: [
      '临港',
      '临港新片区管委会',
      '临港新片区管理委员会',
      '中国（上海）自由贸易试验区临港新片区',
      '中国（上海）自由贸易试验区临港新片区管委会',
      '中国（上海）自由贸易试验区临港新片区管理委员会',
    ],
    formerCodes: [],
  },
  {
    code: 'SH-SCIP',
    kind: 'FUNCTIONAL_AREA',
    name: '上海化学工业区',
    shortName: '化工区',
    nameEn: 'Shanghai Chemical Industry Park',
    aliases: [
      '化工区',
      '化学工业区',
      '上海化工区',
      '上海化工区管委会',
      '化工区管委会',
      '上海化学工业区管委会',
      '上海化学工业区管理委员会',
    ],
    formerCodes: [],
  },
] satisfies JurisdictionFacts[]

function district(
  code: string,
  shortName: string,
  nameEn: string,
  merged: { codes: string[]; names: string[] } = { codes: [], names: [] },
  otherNames: string[] = [],
): JurisdictionFacts {
  const name = `${shortName}区`
  const formerNames = merged.names.flatMap((former) => [former, `${former}区`])
  const bureaus = [`${shortName}区应急管理局`, `${shortName}区应急局`]
  return {
    code,
    kind: 'DISTRICT',
    name,
    shortName,
    nameEn,
    aliases: [shortName, `上海市${name}`, ...bureaus, ...formerNames, ...otherNames],
    formerCodes: merged.codes,
  }
}
