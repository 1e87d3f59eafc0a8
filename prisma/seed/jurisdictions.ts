import type { JurisdictionKind } from '@/lib/core/prisma/enums'

type JurisdictionFacts = {
  code: string
  kind: JurisdictionKind
  /** The body: the district's bureau or the area's committee. */
  name: string
  /** The area, as lists and workbooks name it. */
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
export const jurisdictions: JurisdictionFacts[] = [
  district('310101', '黄浦区', 'Huangpu', { codes: ['310102', '310103'], names: ['卢湾区', '南市区'] }),
  district('310104', '徐汇区', 'Xuhui'),
  district('310105', '长宁区', 'Changning'),
  district('310106', '静安区', "Jing'an", { codes: ['310108'], names: ['闸北区'] }),
  district('310107', '普陀区', 'Putuo'),
  district('310109', '虹口区', 'Hongkou'),
  district('310110', '杨浦区', 'Yangpu'),
  district('310112', '闵行区', 'Minhang'),
  district('310113', '宝山区', 'Baoshan', { codes: ['310111'], names: ['吴淞区'] }),
  district('310114', '嘉定区', 'Jiading'),
  district('310115', '浦东新区', 'Pudong', { codes: ['310119'], names: ['南汇区'] }),
  district('310116', '金山区', 'Jinshan'),
  district('310117', '松江区', 'Songjiang'),
  district('310118', '青浦区', 'Qingpu'),
  district('310120', '奉贤区', 'Fengxian'),
  district('310151', '崇明区', 'Chongming', { codes: ['310230'], names: ['崇明县'] }),
  area('SH-LGXPQ', '临港新片区', 'Lin-gang Special Area', ['临港', '中国（上海）自由贸易试验区临港新片区']),
  area('SH-SCIP', '上海化学工业区', 'Shanghai Chemical Industry Park', ['化工区', '化学工业区', '上海化工区']),
]

function district(
  code: string,
  shortName: string,
  nameEn: string,
  merged: { codes: string[]; names: string[] } = { codes: [], names: [] },
): JurisdictionFacts {
  const stems = [shortName, ...merged.names].map((name) => name.replace(/新?[区县]$/, ''))
  return {
    code,
    kind: 'DISTRICT',
    name: `${shortName}应急管理局`,
    shortName,
    nameEn,
    aliases: [...new Set([...stems, ...merged.names, `上海市${shortName}`, `${shortName}应急局`])],
    formerCodes: merged.codes,
  }
}

function area(code: string, shortName: string, nameEn: string, otherNames: string[]): JurisdictionFacts {
  const names = [shortName, ...otherNames]
  return {
    code,
    kind: 'FUNCTIONAL_AREA',
    name: `${shortName}管理委员会`,
    shortName,
    nameEn,
    aliases: [...otherNames, ...names.map((name) => `${name}管委会`), ...otherNames.map((name) => `${name}管理委员会`)],
    formerCodes: [],
  }
}
