export const publicPages = {
  refusals: {},
}
