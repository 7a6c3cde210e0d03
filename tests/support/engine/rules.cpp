#include "support/engine/rules.hpp"

#include <catch2/catch.hpp>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"

namespace lacuna::test {

dsl::Pack parse_rules(std::string const& text, SourceMap& sources) {
    Diagnostics diagnostics;
    auto const id = sources.add("rules.lac", text);
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
    dsl::check(pack, diagnostics);
    INFO(render(diagnostics.sorted(), sources));
    REQUIRE(diagnostics.errors() == 0);
    return pack;
}

program::ProgramPtr compile_rules(std::string const& text) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto program = program::compile(parse_rules(text, sources), diagnostics);
    INFO(render(diagnostics.sorted(), sources));
    REQUIRE(program);
    return program;
}

akn::StatuteSet acts(std::vector<std::string> const& texts, std::string const& language) {
    akn::StatuteSet set;
    for (auto const& text : texts) set.documents.push_back(akn::document_from_text(text, language));
    return set;
}

std::string words(akn::StatuteSet const& set, match::ElementResult const& element) {
    std::string out;
    for (auto const& evidence : element.evidence) {
        if (!out.empty()) out += " | ";
        out += set.at(evidence.document)
                   .text.substr(evidence.text_begin, evidence.text_end - evidence.text_begin);
    }
    return out;
}

}  // namespace lacuna::test
