export const reports = {
  refusals: {},
}
