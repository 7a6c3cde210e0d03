#include "match/prepare.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/parallel.hpp"
#include "match/act_names.hpp"
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
    PartLanguages const parts(program_, document, wanted);
    return prepare_part(document, id, parts.main(), parts);
}

ActText Preparer::prepare_title(akn::Document const& document, std::string const& language) {
    PartLanguages const parts(program_, document, language);
    return read(document, DocumentId(std::size_t{0}), parts.main(), parts);
}

std::vector<ActText> Preparer::prepare_all(akn::Document const& document, DocumentId id,
                                           std::string const& wanted) {
    PartLanguages const parts(program_, document, wanted);
    std::vector<ActText> all;
    all.push_back(prepare_part(document, id, parts.main(), parts));
    for (auto const& name : parts.others()) all.push_back(prepare_part(document, id, name, parts));
    return all;
}

ActText Preparer::read(akn::Document const& document, DocumentId id, std::string const& name,
                       PartLanguages const& parts) {
    ActText act;
    act.id = id;
    act.document = &document;
    act.code = program_.speaks(name);
    if (act.code == nullptr) return act;
    act.language = static_cast<std::size_t>(act.code - program_.languages.data());
    auto& language = languages_[name];
    if (!language.vocabulary) {
        language.vocabulary = std::make_shared<text::Vocabulary>(name, act.code->spellings);
        language.scanner = std::make_unique<Scanner>(*act.code, *language.vocabulary);
    }
    act.vocabulary = language.vocabulary;
    act.text = text::read_text(document, *language.vocabulary, parts.blocks_in(name));
    language.scanner->scan(act);
    return act;
}

ActText Preparer::prepare_part(akn::Document const& document, DocumentId id, std::string const& name,
                               PartLanguages const& parts) {
    auto act = read(document, id, name, parts);
    if (act.code == nullptr) return act;
    set_aside(act, program_.known);
    act.names = read_names(act, program_.known);
    act.unit_of_passage.resize(act.text.passages.size());
    for (std::uint32_t unit = 0; unit < act.text.units.size(); ++unit)
        for (auto row = act.text.units[unit].passage_begin; row < act.text.units[unit].passage_end; ++row)
            act.unit_of_passage[row] = unit;
    return act;
}

namespace {

// A part in another language is an act of its own, behind all others.
void add_part(program::Program const& program, ActText text, DocumentId document, SetText& into) {
    text.id = DocumentId(into.acts.size());
    into.part_of.push_back(document);
    into.acts.push_back(std::make_unique<ActContext>(std::move(text), program.known));
    into.acts.back()->read_ahead();
}

// The order in which acts are begun: were a long one the last, one thread would read it while the others
// wait.
[[nodiscard]] std::vector<std::size_t> longest_first(akn::StatuteSet const& set) {
    std::vector<std::size_t> rows(set.documents.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return set.documents[a].text.size() > set.documents[b].text.size();
    });
    return rows;
}

void note_languages(program::Program const& program, akn::StatuteSet const& set,
                    EvaluateOptions const& options, SetText& into) {
    for (std::size_t row = 0; row < set.documents.size(); ++row) {
        PartLanguages const parts(program, set.documents[row], options.language);
        for (auto const& name : parts.others()) into.languages.push_back({DocumentId(row), name, true});
        for (auto const& name : parts.unspoken()) into.languages.push_back({DocumentId(row), name, false});
    }
}

}  // namespace

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
    std::vector<std::vector<ActText>> others(set.documents.size());
    auto const order = longest_first(set);
    for_each_with<Preparer>(
        order.size(), options.threads, [&] { return Preparer(program); },
        [&](Preparer& preparer, std::size_t at) {
            auto const row = order[at];
            auto texts = preparer.prepare_all(set.documents[row], DocumentId(row), options.language);
            into.acts[row] = std::make_unique<ActContext>(std::move(texts.front()), program.known);
            into.acts[row]->read_ahead();
            texts.erase(texts.begin());
            others[row] = std::move(texts);
        });
    for (std::size_t row = 0; row < others.size(); ++row)
        for (auto& text : others[row]) add_part(program, std::move(text), DocumentId(row), into);
    note_languages(program, set, options, into);
}

}  // namespace lacuna::match
