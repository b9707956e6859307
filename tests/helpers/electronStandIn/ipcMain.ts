import { EventEmitter } from 'node:events'

/** Only hears; the preload asks nothing that wants an answer. */
export const ipcMain = new EventEmitter()
