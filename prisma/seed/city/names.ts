import type { AllianceSlug } from '../nine-alliances'
import type { Random } from './random'

/** Pools that real names of Shanghai's firms hardly ever draw on: everything in the demo city is made up. */
const brandFirst = [...'沅沣澜霁昀岚栩沐漪钧珩泓淮衡澄瀚晖钰铄璟朔昶骏翊禾荟蔚砚楷']
const brandSecond = [...'源盛丰岳川峰舟陆野川帆融泰宁谷彬灏原渊锦启岩鼎杉桦屿']
const brandRare = ['㛃源', '䶮川', '沣䶮', '㛃禾']

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
]
const doubleSurnames = ['欧阳', '上官', '司马', '诸葛']
const given = [
  ...'伟芳敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂华飞玉兰斌宇浩凯雪梅琳佳晨辉建国志文海波彦博思远嘉怡雨欣子涵晓东永胜春红',
]
const givenRare = ['䶮', '㛃', '堃', '喆', '翀']

type NamePool = { products: readonly string[]; forms: readonly string[] }

const company = ['有限公司', '有限公司', '股份有限公司', '科技有限公司', '（上海）有限公司', '实业有限公司'] as const

/** What the firms of an alliance call themselves. */
export const namePools: Record<AllianceSlug, NamePool> = {
  petrochemical: { products: ['石油化工', '合成树脂', '聚烯烃', '芳烃', '橡胶材料', '有机原料'], forms: company },
  'fine-chemical': { products: ['精细化工', '染料化学', '香料香精', '助剂', '电子化学品', '生物化学'], forms: company },
  'oil-gas-storage': {
    products: ['油品储运', '天然气储运', '液化气储配', '油气码头仓储'],
    forms: ['有限公司', '有限责任公司'],
  },
  pharmaceutical: { products: ['制药', '医药化工', '药业', '原料药', '生物制药'], forms: company },
  coatings: { products: ['涂料', '油漆', '油墨', '粉末涂料', '船舶涂料', '树脂涂层'], forms: company },
  'industrial-gas': {
    products: ['气体', '工业气体', '特种气体', '深冷技术'],
    forms: ['有限公司', '设备有限公司', '科技有限公司'],
  },
  warehousing: { products: ['危险品仓储', '化工物流', '化学品仓储', '仓储服务'], forms: ['有限公司', '股份有限公司'] },
  'filling-station': { products: ['石油销售', '能源', '油品经营', '燃料'], forms: ['有限公司', '有限责任公司'] },
  reagent: {
    products: ['化学试剂', '试剂', '分析试剂', '生化试剂'],
    forms: ['有限公司', '贸易有限公司', '科技有限公司'],
  },
}

/** Roads that stations and works stand on; none of them exists. */
export const roads = [
  '澜沣路',
  '霁川路',
  '沅江北路',
  '昀岚路',
  '栩源路',
  '漪澜大道',
  '钧衡路',
  '珩山路',
  '泓渊路',
  '淮澄东路',
  '瀚海一路',
  '晖谷路',
  '钰泉路',
  '铄金路',
  '璟园路',
  '朔风路',
  '昶明路',
  '骏驰路',
  '翊飞路',
  '禾丰公路',
  '荟萃路',
  '蔚川路',
  '砚池路',
  '楷模路',
  '沐野路',
  '衡岳路',
  '岚峰公路',
  '启帆路',
  '鼎盛路',
  '岩谷路',
] as const

/** Where works stand: parks outside the centre, invented ones. */
const parks = ['化工产业园', '工业区', '经济园区', '新材料园', '物流园', '先进制造园'] as const

export const brandName = (random: Random): string =>
  random.chance(0.03) ? random.pick(brandRare) : `${random.pick(brandFirst)}${random.pick(brandSecond)}`

export function personName(random: Random): string {
  const surname = random.chance(0.015) ? random.pick(doubleSurnames) : random.pick(surnames)
  if (random.chance(0.02)) return `${surname}${random.pick(givenRare)}`
  return random.chance(0.75)
    ? `${surname}${random.pick(given)}${random.pick(given)}`
    : `${surname}${random.pick(given)}`
}

/** The registered name of a firm, and the short one that several firms may share. */
export function firmName(random: Random, slug: AllianceSlug): { name: string; shortName: string } {
  const { products, forms } = namePools[slug]
  const brand = brandName(random)
  const product = random.pick(products)
  const form = random.pick(forms)
  const name = form.startsWith('（') ? `${brand}${product}${form}` : `上海${brand}${product}${form}`
  return { name, shortName: random.chance(0.2) ? brand : `${brand}${product}`.slice(0, 8) }
}

export const address = (random: Random, districtName: string, isWorks: boolean): string => {
  const park = isWorks && random.chance(0.4) ? `${random.pick(parks)}` : ''
  const unit = random.chance(0.3) ? `${random.between(1, 12)}幢` : ''
  return `上海市${districtName}${park}${random.pick(roads)}${random.between(8, 2999)}号${unit}`
}
