#include "match/dangling.hpp"

#include "match/citations.hpp"
#include "match/prepare.hpp"
#include "program/program.hpp"

namespace lacuna::match {

std::vector<Dangling> dangling_citations(program::Program const& program, akn::StatuteSet const& set) {
    std::vector<Dangling> found;
    Preparer preparer(program);
    for (std::size_t row = 0; row < set.documents.size(); ++row) {
        for (auto const& act : preparer.prepare_all(set.documents[row], DocumentId(row), {})) {
            if (act.code == nullptr) continue;
            auto const& tokens = act.text.tokens;
            PlaceIndex const places(act);
            Citations const citations(act, places, program.known);
            for (auto const& one : citations.dangling()) {
                auto const& last = tokens[one.token_end - 1];
                found.push_back(
                    {DocumentId(row), tokens[one.token_begin].begin, last.begin + last.length, one.number});
            }
        }
    }
    return found;
}

}  // namespace lacuna::match
