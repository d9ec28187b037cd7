// What does the page do by itself? Opens and closes panels, uploads, copies, keeps the answer in view.
(() => {
  // The words Gradio itself brings are chosen by the browser's language; the readers of this desk read Chinese.
  Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' });
  Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] });
  document.documentElement.lang = 'zh-CN';
  document.documentElement.dataset.side = 'none';

  const MAX_BYTES = 100 * 1024 * 1024;
  const STATES = {
    added: '新增', unchanged: '未变', updated: '更新', renamed: '改名', removed: '移除',
    rejected: '未能读取', needs_password: '需要密码', needs_ocr: '需要文字识别',
  };
  const GOOD = ['added', 'unchanged', 'updated', 'renamed'];
  const find = selector => document.querySelector(selector);
  const root = document.documentElement;
  // On a phone a panel covers the page: the way back that a thumb knows must lead to the answer, not off the desk.
  const open = side => {
    const before = root.dataset.side;
    root.dataset.side = side;
    if (side !== 'none' && before === 'none') history.pushState({ side }, '');
    if (side === 'none' && history.state?.side) history.back();
  };
  window.addEventListener('popstate', () => { root.dataset.side = 'none'; });
  const changed = () => find('#upload .drop')?.dispatchEvent(new CustomEvent('zhaoda:changed', { bubbles: true }));

  document.addEventListener('click', event => {
    const hit = event.target.closest('[data-open],[data-new],[data-copy],[data-remove],[data-fit],[data-cite]');
    if (!hit) return;
    if (hit.dataset.open) open(hit.dataset.open);
    else if (hit.dataset.new !== undefined) { find('#fresh')?.click(); open('none'); }
    else if (hit.dataset.copy) copy(hit);
    else if (hit.dataset.remove) remove(hit);
    else if (hit.dataset.fit !== undefined) fit(hit);
    else if (hit.dataset.cite) showing(hit);
  });

  // A page that cannot be drawn leaves the text, which says the same.
  document.addEventListener('error', event => {
    if (event.target.matches?.('.leaf img')) event.target.closest('.leaf').remove();
  }, true);

  // Before its picture has come a page may have no height to scroll in.
  document.addEventListener('load', event => {
    if (event.target.matches?.('.leaf img')) light(event.target.closest('.leaf'));
  }, true);

  function fit(button) {
    const leaf = button.closest('.leaf'), whole = leaf.classList.toggle('fit');
    button.setAttribute('aria-pressed', whole);
    button.textContent = whole ? '放大' : '看整页';
    light(leaf);
  }

  // Bring the first mark of a page to the middle of its frame, without moving anything around the frame.
  function light(leaf) {
    const frame = leaf.querySelector('.frame'), spot = leaf.querySelector('.spot');
    if (!spot) return;
    const at = spot.getBoundingClientRect(), within = frame.getBoundingClientRect();
    frame.scrollTop += at.top + at.height / 2 - within.top - within.height / 2;
    frame.scrollLeft += at.width > within.width ? at.left - within.left - 24
      : at.left + at.width / 2 - within.left - within.width / 2;
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') open('none');
  });
  for (const kind of ['keydown', 'keypress']) {
    document.addEventListener(kind, event => {  // Enter that picks a word of the input method sends nothing
      if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.stopImmediatePropagation();
    }, true);
  }

  document.addEventListener('input', event => {
    if (!event.target.matches('[data-filter]')) return;
    const wanted = event.target.value.trim().toLowerCase();
    document.querySelectorAll('.documents li').forEach(each => {
      each.hidden = !each.innerText.toLowerCase().includes(wanted);
    });
  });

  function showing(hit) {
    document.querySelectorAll('.cite.on,.card.on').forEach(each => each.classList.remove('on'));
    const same = `[data-turn="${hit.dataset.turn}"][data-cite="${hit.dataset.cite}"]`;
    document.querySelectorAll(`#done ${same}`).forEach(each => each.classList.add('on'));
    open('source');
  }

  async function copy(button) {
    const text = button.closest('.turn').querySelector('template.plain-text').content.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // an address without https has no clipboard of its own
      const area = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    button.textContent = '已复制';
    setTimeout(() => { button.textContent = '复制'; }, 1600);
  }

  async function remove(button) {
    if (!confirm(`从资料库移除“${button.dataset.title}”？以后的答案不再用它。`)) return;
    button.disabled = true;
    const response = await fetch(`/api/v1/documents/${encodeURIComponent(button.dataset.remove)}`, { method: 'DELETE' })
      .catch(() => null);
    if (!response?.ok) {
      button.disabled = false;
      alert((await response?.json().catch(() => null))?.error || '没有移除：连接中断，请重试');
    }
    changed();
  }

  document.addEventListener('change', event => {
    if (!event.target.matches('[data-upload]')) return;
    take(event.target.files);
    event.target.value = '';
  });
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, event => {
      const drop = event.target.closest?.('.drop');
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      if (!drop) return;
      drop.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop') take(event.dataTransfer.files);
    });
  }

  let queue = Promise.resolve();
  function take(files) {
    for (const file of files) {
      const row = line(file.name, '等待上传');
      queue = queue.then(() => upload(file, row));
    }
    queue = queue.then(changed);
  }

  function line(name, text, kind = '') {
    const row = document.createElement('li');
    const label = Object.assign(document.createElement('b'), { textContent: name });
    row.append(label, Object.assign(document.createElement('span'), { textContent: text }));
    row.className = kind;
    find('#upload .uploads').prepend(row);
    return row;
  }

  function say(row, text, kind = '') {
    row.lastChild.textContent = text;
    row.className = kind;
  }

  function upload(file, row) {
    if (file.size > MAX_BYTES) return say(row, '文件太大，请拆分后再传', 'bad');
    return new Promise(done => {
      const request = new XMLHttpRequest();
      request.open('POST', '/api/v1/documents');
      request.upload.onprogress = event => {
        const percent = Math.round(100 * event.loaded / event.total);
        row.style.setProperty('--done', `${percent}%`);
        say(row, percent < 100 ? `上传中 ${percent}%` : '正在读取', 'going');
      };
      request.onload = () => { told(row, request); done(); };
      request.onerror = () => { say(row, '连接中断，请重试', 'bad'); done(); };
      const form = new FormData();
      form.append('files', file);
      say(row, '上传中', 'going');
      request.send(form);
    });
  }

  function told(row, request) {
    let reply = {};
    try { reply = JSON.parse(request.responseText); } catch { /* told below */ }
    if (!reply.outcomes?.length) return say(row, reply.error || '服务没有回应，请重试', 'bad');
    const [first, ...more] = reply.outcomes;
    const why = each => each.reason.replace(`${each.document}：`, '');  // the row names the file already
    const words = each => STATES[each.state] + (each.reason ? `：${why(each)}` : '');
    const kind = each => (GOOD.includes(each.state) ? 'good' : 'bad');
    if (more.length) row.firstChild.textContent += ` › ${first.document}`;
    say(row, words(first), kind(first));
    more.forEach(each => line(each.document, words(each), kind(each)));
  }

  // The newest question stays at the top of the conversation while its answer grows below it.
  function watch() {
    const talk = find('#talk'), source = find('#source');
    if (!talk || !source) return setTimeout(watch, 100);  // the page is put together piece by piece
    talk.setAttribute('aria-live', 'polite');
    let wasLive = false, away = false;  // away: the reader has scrolled to something else
    for (const kind of ['wheel', 'touchmove', 'keydown']) talk.addEventListener(kind, () => { away = true; }, { passive: true });
    new MutationObserver(() => {
      const all = [...talk.querySelectorAll('.turn')];
      const last = all.at(-1), live = !!last?.classList.contains('live');
      all.forEach(each => { each.style.minHeight = ''; });
      if (last) last.style.minHeight = `${talk.clientHeight - 24}px`;
      if (live && !wasLive) away = false;
      if (last && !away && live !== wasLive) last.scrollIntoView({ block: 'start' });
      wasLive = live;
    }).observe(talk, { childList: true, subtree: true });
    let shown = '';
    new MutationObserver(() => {
      const mark = find('#source mark');
      // Once now and once after the panel is laid out: until then it may not be there to scroll in.
      const show = () => {
        if (!mark.isConnected) return;
        const leaves = document.querySelectorAll('#source .leaf');
        leaves.forEach(light);
        if (leaves.length) find('#side').scrollTop = 0;  // the printed page says it at a glance
        else mark.scrollIntoView({ block: 'center' });
      };
      // The panel may be filled anew without a new element: what it shows tells whether it is another passage.
      const parts = ['header', '.spot', 'mark'].map(each => find(`#source ${each}`)?.outerHTML);
      const now = [...parts, find('#source .paper')?.textContent.length].join();
      if (mark && now !== shown) { show(); requestAnimationFrame(() => requestAnimationFrame(show)); }
      shown = now;
    }).observe(source, { childList: true, subtree: true });
  }
  watch();
})();
