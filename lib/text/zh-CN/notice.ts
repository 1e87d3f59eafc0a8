export const notice = {
  refusals: {},
}
