/** A place where a file system is joined to the tree of folders. */
export interface Mount {
  folder: string
  type: string
}

/** Systems whose files lie on another machine. FUSE itself says nothing: its name follows after a dot. */
const networkTypes = new Set([
  '9p',
  'afpfs',
  'afs',
  'ceph',
  'cifs',
  'davfs',
  'fuse.davfs2',
  'fuse.gcsfuse',
  'fuse.glusterfs',
  'fuse.gvfsd-fuse',
  'fuse.kio-fuse',
  'fuse.rclone',
  'fuse.s3fs',
  'fuse.sshfs',
  'glusterfs',
  'lustre',
  'ncpfs',
  'nfs',
  'nfs4',
  'smb3',
  'smbfs',
  'webdav',
])

/** The mounts in Linux's `/proc/self/mountinfo` (proc(5)); spaces in a folder's name are written `\040`. */
export function mountsOfLinux(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [place, system] = line.split(' - ')
    const folder = place?.split(' ')[4]
    const type = system?.split(' ')[0]
    if (!folder || !type) return []
    return [
      { folder: folder.replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(parseInt(code, 8))), type },
    ]
  })
}

/** The mounts that macOS' `mount` prints: `//ana@server/share on /Volumes/share (smbfs, nodev)`. */
export function mountsOfMac(printed: string): Mount[] {
  return printed.split('\n').flatMap((line) => {
    const [, folder, type] = /^.+ on (\/.*) \(([^,)]+)/.exec(line) ?? []
    return folder !== undefined && type !== undefined ? [{ folder, type }] : []
  })
}

const holds = (folder: string, path: string) =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`)

/** Whether the file system that holds `path` (absolute, links followed) lies on another machine. */
export function isOnNetworkMount(mounts: readonly Mount[], path: string): boolean {
  const mount = mounts
    .filter(({ folder }) => holds(folder, path))
    // Of two in the same place the later one covers the earlier.
    .reduce<Mount | null>(
      (best, mount) => (best && best.folder.length > mount.folder.length ? best : mount),
      null,
    )
  return mount !== null && networkTypes.has(mount.type)
}

/** Whether a Windows path (drive letters resolved) leads to another machine: `\\server\share\…`. */
export const isOnWindowsShare = (path: string): boolean =>
  /^\\\\\?\\UNC\\/i.test(path) || /^\\\\[^\\?.]/.test(path)
