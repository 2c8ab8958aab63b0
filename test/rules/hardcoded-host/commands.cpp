// Commands: what they connect to, and what they only show, send or name.
#include <cstdio>
#include <cstdlib>
#include <string>

static void run(const std::string &command) { (void)!std::system(command.c_str()); }

int main(int argc, char **argv) {
  const std::string file = argv[argc - 1];
  (void)!std::system("echo see https://docs.corp.lan/manual");
  (void)!std::system("printf '%s\\n' http://shown.corp.lan >> /dev/stderr");
  run("logger -t shop \"docs at https://wiki.corp.lan\"");
  run("aws s3 cp --quiet " + file + " s3://orders-archive/");
  run("gsutil cp " + file + " gs://orders-archive/");
  run("grep -c http://seen.corp.lan " + file);
  run("test -f " + file + " || echo http://none.corp.lan");
  run("echo done; curl -s http://a.corp.lan/done");                    // finding: hardcoded-host warning "a.corp.lan"
  run("cat " + file + " | curl -s --data-binary @- http://b.corp.lan/in"); // finding: hardcoded-host warning "b.corp.lan"
  run("curl -s -H 'Referer: http://ref.corp.lan' 'http://c.corp.lan/in?x=1&y=2'"); // finding: hardcoded-host warning "c.corp.lan"
  run("TOKEN=x /usr/bin/curl --url=http://d.corp.lan/");               // finding: hardcoded-host warning "d.corp.lan"
  run("echo http://e.corp.lan/list | xargs curl -sO");                 // finding: hardcoded-host warning "e.corp.lan"
  run("[ -f x ] && wget -q \"http://f.corp.lan/x\" 2>&1");             // finding: hardcoded-host warning "f.corp.lan"
  run("sh -c 'curl http://g.corp.lan/'");                              // finding: hardcoded-host warning "g.corp.lan"
  run("x=$(curl -s http://h.corp.lan/v) && echo $x");                  // finding: hardcoded-host warning "h.corp.lan"
  if (FILE *p = popen("curl -s http://i.corp.lan/v", "r"))             // finding: hardcoded-host warning "i.corp.lan"
    pclose(p);
  const char *host = std::getenv("HOST_J");
  run("curl http://" + std::string(host ? host : "j.corp.lan") + "/x");
  run("curl http://k.corp.lan/" + file + " > /dev/null"); // finding: hardcoded-host warning "k.corp.lan"
}
