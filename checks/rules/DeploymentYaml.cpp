//===- DeploymentYaml.cpp - Affinity in YAML ------------------------------===//

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

#include <map>
#include <set>

using namespace llvm;

namespace factor6::deployment {
namespace {

constexpr StringLiteral SendsBack = "sends a visitor back to one process";

class Judge {
public:
  Judge(StringRef Text, ArrayRef<Entry> Entries, Report &Out)
      : Text(Text), Entries(Entries), Out(Out) {}

  void run() {
    bool RingHash = any_of(Entries, [](const Entry &E) {
      StringRef Value = E.Value;
      return key(E) == "lb_policy" &&
             (Value == "RING_HASH" || Value == "MAGLEV");
    });
    for (const Entry &E : Entries) {
      if (!judgeKubernetes(E) && !judgeAnnotation(E) && !judgeMesh(E, RingHash))
        judgeLabel(E);
      judgeEmbedded(E);
    }
    judgeAttributes();
    reportLabels();
  }

private:
  static StringRef key(const Entry &E) {
    return E.Path.empty() ? StringRef() : StringRef(E.Path.back());
  }
  /// The N-th enclosing key, lists not counted (1: parent).
  static StringRef above(const Entry &E, unsigned N) {
    for (size_t I = E.Path.size(); I-- > 1;)
      if (E.Path[I - 1] != "[]" && N-- == 1)
        return E.Path[I - 1];
    return {};
  }
  static bool under(const Entry &E, StringRef Key) {
    return is_contained(ArrayRef(E.Path).drop_back(), Key);
  }
  static bool isTrue(StringRef Value) {
    return Value.equals_insensitive("true") || Value == "1";
  }

  bool add(const Entry &E, StringRef Symbol, StringRef Effect = SendsBack) {
    Out.add(E.Offset, Symbol, Effect);
    return true;
  }

  bool judgeKubernetes(const Entry &E) {
    StringRef Key = key(E), Value = E.Value;
    if (Key == "sessionAffinity" && Value == "ClientIP")
      return add(E, "sessionAffinity: ClientIP",
                 "sends every visitor of one address to one process");
    if (Key == "affinityType" && above(E, 1) == "sessionAffinity" &&
        !Value.equals_insensitive("none"))
      return add(E, ("affinityType: " + Value).str());
    if (Key == "strategy" && above(E, 1) == "loadBalancerPolicy" &&
        Value == "Cookie")
      return add(E, "strategy: Cookie");
    if (Key == "sessionPersistence" &&
        (hasChild(E, "sessionName") || hasChild(E, "type")))
      return add(E, Key);
    if (Key == "sessionCookie" && hasChild(E, "enable"))
      return add(E, Key);
    if (Key == "affinity" && above(E, 1) == "stickySessions" &&
        Value == "sticky")
      return add(E, "stickySessions");
    return false;
  }

  bool judgeAnnotation(const Entry &E) {
    StringRef Key = key(E), Value = E.Value;
    if (!Key.contains('/'))
      return false;
    auto [Domain, Name] = Key.rsplit('/');
    if (Name == "affinity" && (Value == "cookie" || isTrue(Value)))
      return add(E, (Name + ": " + Value).str());
    if (Name == "upstream-hash-by" && namesVisitor(Value))
      return add(E, (Name + ": " + Value).str(),
                 "chooses the process by who the visitor is");
    if (Name == "service.sticky.cookie" && isTrue(Value))
      return add(E, Name);
    if (Name == "cookie-persistence" ||
        (Name == "session-cookie-strategy" && Domain.contains("haproxy")))
      return add(E, Name);
    if (Name.ends_with("target-group-attributes") &&
        Value.contains("stickiness.enabled=true"))
      return add(E, "stickiness.enabled=true");
    return judgeBalancing(E, Name, Value);
  }

  /// Annotations of single vendors' load balancers.
  bool judgeBalancing(const Entry &E, StringRef Name, StringRef Value) {
    if ((Name == "cookie-based-affinity" && isTrue(Value)) ||
        Name == "sticky-cookie-services" ||
        (Name.ends_with("sticky-sessions-type") &&
         !Value.equals_insensitive("none")))
      return add(E, Name);
    bool ByVisitor = Value == "ip_hash" || Value == "source" ||
                     (Value.starts_with("hash ") && namesVisitor(Value));
    if ((Name == "lb-method" || Name == "balance") && ByVisitor)
      return add(E, (Name + ": " + Value).str(),
                 "chooses the process by who the visitor is");
    return false;
  }

  static bool namesVisitor(StringRef Value) {
    for (StringRef Part :
         {"remote_addr", "cookie", "x_forwarded_for", "x_real_ip"})
      if (Value.contains(Part))
        return true;
    return false;
  }

  /// Envoy's route hashing, Istio's consistent hash, Traefik's services, Kong.
  bool judgeMesh(const Entry &E, bool RingHash) {
    StringRef Key = key(E), Value = E.Value;
    if (Key == "sticky" && hasChild(E, "cookie"))
      return add(E, "sticky: cookie");
    if (Key == "name" && Value == "envoy.filters.http.stateful_session")
      return add(E, "stateful_session");
    if (Key == "hashSourceIP" && isTrue(Value))
      return add(E, Key, "chooses the process by who the visitor is");
    if (under(E, "consistentHash") &&
        (Key == "httpCookie" || (Key == "useSourceIp" && isTrue(Value)) ||
         (Key == "type" && (Value == "SourceIP" || Value == "Cookie"))))
      return add(E, ("consistentHash: " + Key).str(),
                 "chooses the process by who the visitor is");
    if (RingHash && above(E, 1) == "hash_policy" &&
        (Key == "cookie" ||
         (Key == "connection_properties" && hasChild(E, "source_ip"))))
      return add(E, ("hash_policy: " + Key).str(),
                 "chooses the process by who the visitor is");
    if (Key == "hash_on" && (Value == "ip" || Value == "cookie"))
      return add(E, ("hash_on: " + Value).str(),
                 "chooses the process by who the visitor is");
    return false;
  }

  /// Whether a key directly below \p E is \p Name (and not false).
  bool hasChild(const Entry &E, StringRef Name) const {
    size_t Depth = E.Path.size();
    for (const Entry *C = &E + 1; C != Entries.end() && C->Path.size() > Depth;
         ++C)
      if (C->Path.size() == Depth + 1 && C->Path.back() == Name)
        return !StringRef(C->Value).equals_insensitive("false");
    return false;
  }

  /// Traefik labels of compose files and Swarm: `a.b=c` items or `a.b: c` keys.
  /// One finding per service: the label that switches, else the first option.
  void judgeLabel(const Entry &E) {
    StringRef Label = key(E), Value = E.Value;
    if (Label == "[]")
      std::tie(Label, Value) = Value.split('=');
    std::string Lower = Label.lower();
    size_t At = Lower.find("loadbalancer.stick");
    if (!StringRef(Lower).starts_with("traefik.") || At == std::string::npos)
      return;
    StringRef Option =
        StringRef(Lower).drop_front(At + StringRef("loadbalancer.").size());
    bool Switch = Option == "sticky" || Option == "sticky.cookie" ||
                  Option == "stickiness";
    if (Switch && !isTrue(Value.trim("\"' ")))
      SwitchedOff.insert(Lower.substr(0, At));
    else
      Labels.try_emplace(Lower.substr(0, At))
          .first->second.add(E, Label, Switch);
  }

  void reportLabels() {
    for (const auto &[Service, Found] : Labels)
      if (!SwitchedOff.count(Service))
        Out.add(Found.Offset, Found.Name, SendsBack);
  }

  /// CloudFormation: a list of {Key: stickiness.enabled, Value: true}.
  void judgeAttributes() {
    std::map<unsigned, const Entry *> Keys;
    std::set<unsigned> On;
    for (const Entry &E : Entries) {
      if (key(E) == "Key" && E.Value == "stickiness.enabled")
        Keys[E.Map] = &E;
      if (key(E) == "Value" && isTrue(E.Value))
        On.insert(E.Map);
    }
    for (auto [Map, E] : Keys)
      if (On.count(Map))
        add(*E, "stickiness.enabled");
  }

  /// A ConfigMap that holds a load balancer's own configuration.
  void judgeEmbedded(const Entry &E) {
    StringRef Key = key(E);
    if (!E.ValueLength || !StringRef(E.Value).contains('\n'))
      return;
    Piece P{Text.substr(E.ValueOffset, E.ValueLength), E.ValueOffset};
    if (Key.ends_with(".conf") || Key.ends_with(".conf.template"))
      scanNginx(P, Out);
    else if (Key.ends_with(".cfg"))
      scanHaproxy(P, Out);
  }

  struct FoundLabel {
    size_t Offset = 0;
    std::string Name;
    bool Switch = false;
    void add(const Entry &E, StringRef Label, bool IsSwitch) {
      if (!Name.empty() && (Switch || !IsSwitch))
        return;
      Offset = E.Offset;
      Name = Label.str();
      Switch = IsSwitch;
    }
  };

  StringRef Text;
  ArrayRef<Entry> Entries;
  Report &Out;
  std::map<std::string, FoundLabel> Labels;
  std::set<std::string> SwitchedOff;
};

} // namespace

void scanYaml(StringRef Text, Report &Out) {
  std::vector<Entry> Entries;
  if (Text.contains("{{") || Text.contains("{%") || !parseYaml(Text, Entries)) {
    Entries.clear();
    scanYamlLines(Text, Entries);
  }
  Judge(Text, Entries, Out).run();
}

} // namespace factor6::deployment
