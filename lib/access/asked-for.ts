/** The request header in which proxy.ts hands the asked-for address on: a layout is not told which page it frames. */
export const askedForHeader = 'x-asked-for'
