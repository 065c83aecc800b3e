/* global window */
/* Plain ES5: it also runs in the Internet Explorer 11 and old Edge webviews, which cannot run the pane. */
(function () {
  var agent = window.navigator.userAgent;
  var old =
    agent.indexOf('Trident/') >= 0 || agent.indexOf('MSIE ') >= 0 || agent.indexOf('Edge/') >= 0;
  if (old) window.location.replace('upgrade.html');
})();
