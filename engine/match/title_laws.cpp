#include "match/title_laws.hpp"

#include "akn/read.hpp"
#include "match/view.hpp"

namespace lacuna::match {

std::vector<ConceptId> TitleLaws::of(std::string const& title, std::string const& language) {
    std::vector<ConceptId> found;
    auto const& laws = program_.catalogue.laws;
    if (laws.empty() || title.empty() || language.empty()) return found;
    // In quotation marks, or "Chapter 7 …" at its beginning would be read as the number of a provision.
    auto const document = akn::document_from_text("“" + title + "”", language);
    auto const act = preparer_.prepare(document, DocumentId(std::size_t{0}), language);
    if (act.code == nullptr) return found;
    for (auto const law : laws) {
        bool said = false;
        for (auto const& passage : act.text.passages)
            said = said || !View(act, act.segments_of(passage)).concept_hits(law).empty();
        if (said) found.push_back(law);
    }
    return found;
}

}  // namespace lacuna::match
