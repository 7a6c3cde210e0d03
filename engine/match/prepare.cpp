#include "match/prepare.hpp"

#include <algorithm>
#include <set>

#include "base/parallel.hpp"
#include "match/set_aside.hpp"
#include "text/language.hpp"

namespace lacuna::match {
namespace {

void collect_binds(program::LanguageCode const& code, program::NodeId id, std::set<std::uint16_t>& into) {
    auto const& node = code.nodes[id.index()];
    if (node.bind != 0) into.insert(node.bind);
    for (auto row = node.part_begin; row < node.part_end; ++row)
        collect_binds(code, code.parts[row].node, into);
}

}  // namespace

std::string language_of(program::Program const& program, akn::Document const& document,
                        std::string const& wanted) {
    if (!wanted.empty()) {
        auto const code = text::language_code(wanted);
        return program.speaks(code) != nullptr ? code : std::string();
    }
    for (auto const& language : document.meta.languages)
        if (auto const code = text::language_code(language); program.speaks(code) != nullptr) return code;
    return {};
}

ActText Preparer::prepare(akn::Document const& document, DocumentId id, std::string const& wanted) {
    ActText act;
    act.id = id;
    act.document = &document;
    auto const name = language_of(program_, document, wanted);
    act.code = program_.speaks(name);
    if (act.code == nullptr) return act;
    act.language = static_cast<std::size_t>(act.code - program_.languages.data());
    auto& language = languages_[name];
    if (!language.vocabulary) {
        language.vocabulary = std::make_shared<text::Vocabulary>(name, act.code->spellings);
        language.scanner = std::make_unique<Scanner>(*act.code, *language.vocabulary);
    }
    act.vocabulary = language.vocabulary;
    act.text = text::read_text(document, *language.vocabulary);
    language.scanner->scan(act);
    set_aside(act, program_.known);
    act.unit_of_passage.resize(act.text.passages.size());
    for (std::uint32_t unit = 0; unit < act.text.units.size(); ++unit)
        for (auto row = act.text.units[unit].passage_begin; row < act.text.units[unit].passage_end; ++row)
            act.unit_of_passage[row] = unit;
    return act;
}

void open_set(program::Program const& program, SetText& into) {
    into.program = &program;
    into.found.resize(program.measures.size());
    for (auto const& code : program.languages) {
        std::vector<std::vector<ConceptId>> by_bind(program.binds.size());
        for (std::size_t row = 0; row < code.concepts.size(); ++row) {
            std::set<std::uint16_t> binds;
            if (code.concepts[row].pattern.valid()) collect_binds(code, code.concepts[row].pattern, binds);
            for (auto const bind : binds) by_bind[bind - 1U].emplace_back(row);
        }
        into.concepts_of_bind.push_back(std::move(by_bind));
    }
}

void prepare_set(program::Program const& program, akn::StatuteSet const& set, EvaluateOptions const& options,
                 SetText& into) {
    open_set(program, into);
    into.acts.resize(set.documents.size());
    for_each_with<Preparer>(
        set.documents.size(), options.threads, [&] { return Preparer(program); },
        [&](Preparer& preparer, std::size_t row) {
            into.acts[row] = std::make_unique<ActContext>(
                preparer.prepare(set.documents[row], DocumentId(row), options.language), program.known);
            into.acts[row]->read_ahead();
        });
}

}  // namespace lacuna::match
