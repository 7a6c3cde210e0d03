// Any text, read with rules that use every construct: reading must end without a crash, on one thread and on
// two give the same, and quote only what stands in the text. The first byte picks the language.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "akn/document.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "match/evaluate.hpp"

using namespace lacuna;

namespace {

constexpr auto rules = R"(
lexicon en
spelling { "*ize" = "*ise" "color*" = "colour*" }
quantity duration { "year" = 1 year "month" = 1 month "life" = 99 years }
quantity money { "dollar" = 1 }
concept term-definition { "means" }
concept provision-name { "section" | "article" }
concept range-word { "to" }
concept list-word { "and" | "or" }
concept other-instrument { "of the" ..2 "Act" }
concept reference-to-any { "offence under this Act" }
concept access { "access*" | "gain*" ..2 "entry" but not "access road" | 'accessible' }
concept system { "computer" "system"? | "cyber-system" | ("information" | "data") ..3 "network" }
concept intent { "intentional*" | "knowing" ..4 ("that" | "of") }
concept term-of { "imprison*" ..6 duration as term }
concept fine { "fine" ..4 money as amount | "fine" number? }
concept day { "on" ..2 date }
concept offence { "offence" }
lexicon fr
quantity duration { "an" = 1 year "mois" = 1 month }
concept access { "accéder" | "accès" }
concept system { "système" ("informatique")? }
concept offence { "infraction" | "est puni" }
kind crime {
  gate = offence in passage or in section or by reference
  elements conduct, object, mental, sanction, time
}
kind rule { elements conduct }
measure by-default : rule "D" { conduct = intent in act needs conduct }
measure hacking : crime "H" {
  conduct  = access near/8 system
  object   = defines system or system in definition
  mental   = intent or measure(by-default)
  sanction = term >= 2 years in section or fine by reference or amount < 1000 in part
  time     = day before offence
  option both = 2 of (access, intent, fine) in sentence
  needs conduct
  unless heading has "exceptions"
}
measure use : crime "U" { conduct = refers to hacking or (access with system and not intent) needs conduct }
)";

[[nodiscard]] program::ProgramPtr compiled() {
    SourceMap sources;
    auto const id = sources.add("rules.lac", rules);
    Diagnostics diagnostics;
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
    dsl::check(pack, diagnostics);
    auto program = diagnostics.errors() == 0 ? program::compile(pack, diagnostics) : nullptr;
    if (!program) std::abort();
    return program;
}

void check(akn::StatuteSet const& set, match::ElementResult const& element) {
    for (auto const& evidence : element.evidence) {
        auto const& text = set.at(evidence.document).text;
        if (evidence.text_begin >= evidence.text_end || evidence.text_end > text.size()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const program = compiled();
    if (size == 0) return 0;
    std::string const text(data + 1, data + size);
    akn::StatuteSet set;
    set.documents.push_back(akn::document_from_text(text, data[0] % 2 == 0 ? "en" : "fr"));
    set.documents.push_back(akn::document_from_text(text.substr(0, text.size() / 2), "en"));
    match::EvaluateOptions options;
    options.threads = 1;
    auto const one = match::evaluate(*program, set, options);
    options.threads = 2;
    auto const two = match::evaluate(*program, set, options);
    if (one.findings.size() != two.findings.size() || one.near_misses.size() != two.near_misses.size())
        std::abort();
    for (auto const& finding : one.findings)
        for (auto const& element : finding.elements) check(set, element);
    for (auto const& miss : one.near_misses)
        for (auto const& element : miss.elements) check(set, element);
    return 0;
}
