/** The workflow that checks and builds an archive on GitHub and publishes it to GitHub Pages, after each push to the branch main. */

/** `.github/workflows/pages.yml`. It calls afterlive itself, since a script "build" may be of somebody else. */
export const pagesWorkflow = `# Publishes this archive to GitHub Pages. In the settings of the repository, under "Pages", choose "GitHub Actions" as the source.
name: pages

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: write
  pages: write
  id-token: write

# One at a time, and none cut off in the middle.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - uses: actions/configure-pages@v5
      - uses: actions/cache@v4
        with:
          # Pictures are named by the digest of what made them, so an old cache is never wrong.
          path: .afterlive
          key: afterlive-\${{ runner.os }}-\${{ hashFiles('package-lock.json', 'content/**') }}
          restore-keys: afterlive-\${{ runner.os }}-
      - run: npm ci
      - run: npx afterlive check
      - run: npx afterlive build
      # The addresses are recorded before they are published, so that no later build may lose one. The push starts no workflow.
      - run: npx afterlive published
      - run: |
          git add content/published.txt
          git diff --cached --quiet && exit 0
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          git commit --quiet --message "content: record published addresses"
          git push
      - uses: actions/upload-pages-artifact@v3
        with:
          path: _site
  publish:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`;
