// A disk of any size: a tmpfs that grows and shrinks. An ordinary user gets one in a namespace of their own.
import { spawnSync } from "node:child_process";
import { mkdirSync, statfsSync } from "node:fs";

import { must, run } from "../../publish/lib/programs.mjs";
import { atEnd } from "../../publish/lib/scenario.mjs";

const page = 4096;
const roomy = "size=1g,nr_inodes=100000";
const within = "FAULTS_WITHIN_NAMESPACE";

/// Whoever may not mount runs this script again where they may, and ends with it.
export function needMounting() {
  if (process.getuid() === 0 || process.env[within]) return;
  const words = ["--user", "--map-root-user", "--mount", process.execPath, ...process.argv.slice(1)];
  const ended = spawnSync("unshare", words, { stdio: "inherit", env: { ...process.env, [within]: "1" } });
  process.exit(ended.status ?? 1);
}

export class SmallDisk {
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder);
    must("mount", ["-t", "tmpfs", "-o", `${roomy},mode=755`, "localoffer-faults", folder]);
    atEnd(() => run("umount", [folder]));
  }

  #be(options) {
    must("mount", ["-o", `remount,${options}`, this.folder]);
  }

  /// As much room as anybody wants.
  grow() {
    this.#be(roomy);
  }

  /// Room for so many more pages of 4 KiB than are used now.
  leavePages(pages) {
    const { blocks, bfree } = statfsSync(this.folder);
    this.#be(`size=${(blocks - bfree + pages) * page}`);
  }

  /// Room for so many more files, folders and links than there are now.
  leaveFiles(number) {
    const { files, ffree } = statfsSync(this.folder);
    this.#be(`nr_inodes=${files - ffree + number}`);
  }
}
