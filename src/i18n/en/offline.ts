/** English: use without a network, new versions, and threads after a reload. */
export const offline = {
  saving: "Saving the page for use without a network: {{done}} of {{total}} files.",
  ready: "This device keeps the whole page. It also opens without a network.",
  failed: "This browser does not keep the page. It needs the network each time it opens.",
  newVersion:
    "A new version of Seq2Seq Lab is ready. It opens after a reload, and your run continues from its last saved update.",
  othersOpen:
    "A new version is ready, but another tab still uses the old one. Close the other tabs of Seq2Seq Lab, then try again.",
  takeNewVersion: "Use the new version",
  threads:
    "This device can train on several processor cores. For this the page must load once more. Your run continues from its last saved update.",
  reload: "Reload the page",
  later: "Later",
} as const;
