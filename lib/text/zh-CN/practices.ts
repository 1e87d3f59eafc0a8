export const practices = {
  refusals: {},
}
