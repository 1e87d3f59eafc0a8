export const enterprises = {
  sizeClass: { LARGE: '大型', MEDIUM: '中型', SMALL: '小型', MICRO: '微型' },
  standardizationLevel: { LEVEL_1: '一级', LEVEL_2: '二级', LEVEL_3: '三级', NONE: '未达标' },
  majorHazardLevel: { LEVEL_1: '一级', LEVEL_2: '二级', LEVEL_3: '三级', LEVEL_4: '四级' },
  businessKind: {
    PRODUCTION: '生产',
    TRADE_WITH_STORAGE: '经营（带储存设施）',
    WAREHOUSING: '仓储经营',
    FILLING_STATION: '加油站',
    USE: '使用',
    PHARMACEUTICAL: '化工医药',
  },
  licenceKind: {
    SAFETY_PRODUCTION: '安全生产许可证',
    HAZCHEM_TRADE: '危险化学品经营许可证',
    HAZCHEM_USE: '危险化学品安全使用许可证',
    PORT: '港口经营许可证',
    REFINED_OIL_RETAIL: '成品油零售经营批准证书',
    PHARMACEUTICAL_PRODUCTION: '药品生产许可证',
    OTHER: '其他许可',
  },
  mandateKind: { PRINCIPAL: '主要负责人', DESIGNATED: '指定专人' },
  refusals: {},
}
