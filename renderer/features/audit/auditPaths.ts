export const changesPath = '/changes'
export const disclosuresPath = '/disclosures'

/** What one person did. */
export const changesByPath = (accountId: number) => `${changesPath}/${accountId}`
