import { contextBridge, ipcRenderer } from 'electron'
import {
  bridgeName,
  corePortArrived,
  lockWished,
  type DesktopBridge,
} from '../shared/contract/desktopBridge.ts'
import { channels } from './channels.ts'

// A port cannot pass through the context bridge; a window message can carry it, and only this page hears it.
ipcRenderer.on(channels.corePort, (event) => {
  window.postMessage(corePortArrived, location.origin, [...event.ports])
})

ipcRenderer.on(channels.lock, () => window.postMessage(lockWished, location.origin))

const bridge: DesktopBridge = {
  connect: () => ipcRenderer.send(channels.connect),
  showIn: (look) => ipcRenderer.send(channels.look, look),
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
