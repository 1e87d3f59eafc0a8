export const organizations = {
  jurisdictionKind: { DISTRICT: '区', FUNCTIONAL_AREA: '功能区' },
  refusals: {},
}
