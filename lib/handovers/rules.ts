export const reasonLengthMax = 300
/** A cover is for an absence: who stays away longer hands over. */
export const coverDaysMax = 92
