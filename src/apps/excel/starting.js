/* global window, document */
/*
 * Plain ES5, and nothing of Office: it runs where office.js is blocked, late, or the page is opened in
 * a browser. docs: initialize-add-in, “Office.onReady will never resolve” where parts are blocked.
 */
(function () {
  var LONGEST = 10000;
  /** Shows one of the faces that stand in the page; none once the pane itself stands there. */
  window.jixiaoSay = function (face, address) {
    var place = document.getElementById('address');
    if (!document.getElementById('starting')) return;
    if (address && place) place.textContent = address;
    document.body.className = face;
  };
  window.addEventListener(
    'error',
    function (event) {
      var target = event.target;
      if (target && target.tagName === 'SCRIPT') window.jixiaoSay('unreachable', target.src);
    },
    true,
  );
  window.addEventListener('click', function (event) {
    if (event.target && event.target.id === 'again') window.location.reload();
  });
  window.setTimeout(function () {
    if (document.body && document.body.className === 'starting') window.jixiaoSay('unreachable');
  }, LONGEST);
})();
