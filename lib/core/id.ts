const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text of an address can name a row at all; the database would not even compare another one. */
export const isId = (text: string | undefined): text is string => text !== undefined && idPattern.test(text)
