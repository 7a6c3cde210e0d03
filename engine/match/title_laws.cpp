#include "match/title_laws.hpp"

#include <map>
#include <set>

#include "akn/read.hpp"
#include "base/parallel.hpp"
#include "match/prepare.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

// Concepts of Catalogue::laws that stand in the title, sorted; `language` is a code that a lexicon speaks,
// else there are none.
[[nodiscard]] std::vector<ConceptId> laws_of(Preparer& preparer, program::Program const& program,
                                             std::string const& title, std::string const& language) {
    std::vector<ConceptId> found;
    auto const& laws = program.catalogue.laws;
    if (laws.empty() || title.empty() || language.empty()) return found;
    // In quotation marks, or "Chapter 7 …" at its beginning would be read as the number of a provision.
    auto const document = akn::document_from_text("“" + title + "”", language);
    auto const act = preparer.prepare_title(document, language);
    if (act.code == nullptr) return found;
    for (auto const law : laws) {
        bool said = false;
        for (auto const& passage : act.text.passages)
            said = said || !View(act, act.segments_of(passage)).concept_hits(law).empty();
        if (said) found.push_back(law);
    }
    return found;
}

// What titles say, each read once for a language.
class Titles {
  public:
    void ask(std::string const& title, std::string const& language) { laws_[{title, language}]; }
    void read(program::Program const& program, unsigned threads) {
        std::vector<Laws::value_type*> rows;
        for (auto& row : laws_) rows.push_back(&row);
        for_each_with<Preparer>(
            rows.size(), threads, [&] { return Preparer(program); },
            [&](Preparer& preparer, std::size_t row) {
                auto& [asked, found] = *rows[row];
                found = laws_of(preparer, program, asked.first, asked.second);
            });
    }
    [[nodiscard]] std::vector<ConceptId> const& of(std::string const& title,
                                                   std::string const& language) const {
        return laws_.at({title, language});
    }

  private:
    using Laws = std::map<std::pair<std::string, std::string>, std::vector<ConceptId>>;
    Laws laws_;
};

[[nodiscard]] std::string title_and_aliases(akn::Document const& document) {
    auto all = document.meta.title;
    for (auto const& alias : document.meta.aliases) all += "; " + alias;
    return all;
}

}  // namespace

void read_titles(SetText const& set, EvaluateOptions const& options, Findings& into) {
    std::set<std::string> const languages(into.languages.begin(), into.languages.end());
    Titles titles;
    for (std::size_t row = 0; row < set.documents(); ++row)
        titles.ask(title_and_aliases(*set.acts[row]->text.document), into.languages[row]);
    for (auto const& act : into.named) titles.ask(act.name, into.languages[act.document.index()]);
    for (auto const& title : options.not_read)
        for (auto const& language : languages) titles.ask(title, language);
    titles.read(*set.program, options.threads);
    for (std::size_t row = 0; row < set.documents(); ++row)
        into.laws.push_back(titles.of(title_and_aliases(*set.acts[row]->text.document), into.languages[row]));
    for (auto& act : into.named) act.laws = titles.of(act.name, into.languages[act.document.index()]);
    for (auto const& title : options.not_read) {
        std::set<ConceptId> laws;
        for (auto const& language : languages)
            for (auto const law : titles.of(title, language)) laws.insert(law);
        into.not_read.emplace_back(laws.begin(), laws.end());
    }
}

}  // namespace lacuna::match
