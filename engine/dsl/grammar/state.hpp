// What the rules of the grammar share during one call: where the file begins, its id, and the place for
// problems. It travels in the context of the parse, so that the rules themselves have no state.
#pragma once

#include <vector>

#include <boost/spirit/home/x3.hpp>

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl::grammar {

namespace x3 = boost::spirit::x3;

using Iterator = char const*;
struct state_tag;

struct State {
    Iterator base = nullptr;
    SourceId source;
    std::vector<Diagnostic>* problems = nullptr;
    std::size_t max_depth = 0;  // of parentheses
    std::size_t depth = 0;      // of those that are open

    [[nodiscard]] std::uint32_t offset(Iterator it) const { return static_cast<std::uint32_t>(it - base); }
    [[nodiscard]] Span span(Iterator begin, Iterator end) const {
        return {source, offset(begin), offset(end)};
    }
    void problem(Code code, Span span, std::string message, std::string help = {}) const {
        problems->push_back(diagnose(code, span, std::move(message), std::move(help)));
    }
};

template <class Context>
[[nodiscard]] State& state_of(Context const& context) {
    return x3::get<state_tag>(context).get();
}

// A quoted text that is not closed: stops the parse, with the place of its opening quote.
struct Unterminated {
    Iterator begin;
};

}  // namespace lacuna::dsl::grammar
