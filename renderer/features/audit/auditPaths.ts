export const changesPath = '/program/changes/all'
export const disclosuresPath = '/program/changes/disclosures'

/** What one person did. */
export const changesByPath = (accountId: number) => `${changesPath}/${accountId}`
