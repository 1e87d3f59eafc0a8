export const notifications = {
  refusals: {},
}
