// What stands in parentheses may hold its like, and each level takes its share of the stack: the parse stops
// where they are nested too deep. Asked here, nothing need be read twice for it.
#pragma once

#include "dsl/grammar/grammar.hpp"
#include "dsl/grammar/state.hpp"

namespace lacuna::dsl::grammar {

// Holds what follows a '('.
template <class Subject>
struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
    using base_type = x3::unary_parser<Subject, Nested<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    explicit Nested(Subject const& held) : base_type(held) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext& node,
               Attribute& attribute) const {
        auto& state = state_of(context);
        if (state.depth == state.max_depth) throw TooDeep{state.offset(first - 1)};
        ++state.depth;
        bool const done = this->subject.parse(first, last, context, node, attribute);
        --state.depth;
        return done;
    }
};
struct NestedMaker {
    template <class Subject>
    auto operator[](Subject const& held) const {
        return Nested<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(held));
    }
};
inline constexpr NestedMaker nested{};

}  // namespace lacuna::dsl::grammar
