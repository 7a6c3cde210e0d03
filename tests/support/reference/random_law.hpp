// Random rules and random acts in a small made-up language of law, for properties that must hold for any. The
// same seed gives the same everywhere: only the engine of the standard library is used, never its
// distributions.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "akn/document.hpp"

namespace lacuna::test {

class Random {
  public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    [[nodiscard]] std::size_t below(std::size_t n) { return engine_() % n; }
    [[nodiscard]] std::size_t between(std::size_t low, std::size_t high) {
        return low + below(high - low + 1);
    }
    [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    [[nodiscard]] T const& pick(std::vector<T> const& from) {
        return from[below(from.size())];
    }

  private:
    std::mt19937 engine_;
};

struct RandomRules {
    std::size_t concepts = 6;
    std::size_t measures = 4;  // 0: a lexicon only
};

// The text of a rule file. Now and then it has an error that the checks find (a pattern that matches
// nothing).
[[nodiscard]] std::string random_rules(Random& random, RandomRules const& size = {});
// Names of the concepts of such rules.
[[nodiscard]] std::string concept_name(std::size_t row);
// Words and sentences of the same language, on one line.
[[nodiscard]] std::string random_words(Random& random, std::size_t count);
// An act with parts, units, introductions, points and closing words.
[[nodiscard]] akn::Document random_act(Random& random, std::size_t units);

}  // namespace lacuna::test
