import { describe, expect, test } from 'vitest'
import {
  isOnNetworkMount,
  isOnWindowsShare,
  mountsOfLinux,
  mountsOfMac,
} from '../../../db/safety/fileSystems.ts'

const linux = mountsOfLinux(
  [
    '27 1 252:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw',
    '30 27 0:26 / /home rw - btrfs /dev/sda2 rw',
    '41 27 0:50 / /mnt/office rw,relatime - cifs //server/office rw,vers=3.0',
    '42 41 8:17 / /mnt/office/stick rw - vfat /dev/sdb1 rw',
    String.raw`43 27 0:51 / /mnt/the\040college rw shared:9 master:2 - nfs4 server:/college rw`,
    '44 27 0:52 / /home/ana/remote rw - fuse.sshfs ana@server: rw',
    '45 27 0:53 / /home/ana/disk rw - fuseblk /dev/sdc1 rw',
    '46 27 0:54 / /covered rw - nfs server:/old rw',
    '47 27 0:55 / /covered rw - tmpfs tmpfs rw',
    '',
  ].join('\n'),
)

describe('on Linux', () => {
  test.each([
    ['/home/ana/Stepping Stones', false],
    ['/mnt/office', true],
    ['/mnt/office/data', true],
    ['/mnt/office/stick/data', false],
    ['/mnt/office2/data', false],
    ['/mnt/the college/data', true],
    ['/home/ana/remote/data', true],
    ['/home/ana/disk', false],
    ['/covered/data', false],
  ])('%s: %s', (path, expected) => expect(isOnNetworkMount(linux, path)).toBe(expected))
})

describe('on macOS', () => {
  const mac = mountsOfMac(
    [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)',
      '//ana@server/office on /Volumes/office (smbfs, nodev, nosuid, mounted by ana)',
      'server:/college on /Volumes/The College on two (nfs)',
      'map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)',
      '',
    ].join('\n'),
  )
  test.each([
    ['/Users/ana/Library/Application Support/Stepping Stones', false],
    ['/Volumes/office/data', true],
    ['/Volumes/The College on two/data', true],
    ['/System/Volumes/Data/home/ana', false],
  ])('%s: %s', (path, expected) => expect(isOnNetworkMount(mac, path)).toBe(expected))
})

describe('on Windows', () => {
  test.each([
    [String.raw`C:\Users\Ana\AppData\Roaming\Stepping Stones`, false],
    [String.raw`\\server\office\Stepping Stones`, true],
    [String.raw`\\?\UNC\server\office`, true],
    [String.raw`\\?\C:\Users\Ana`, false],
    [String.raw`\\.\C:\Users`, false],
  ])('%s: %s', (path, expected) => expect(isOnWindowsShare(path)).toBe(expected))
})
