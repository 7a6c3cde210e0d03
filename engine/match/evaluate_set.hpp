// The inner form of evaluate(), for the tests of rules: texts that are already prepared, and only some
// measures.
#pragma once

#include <chrono>

#include "match/evaluate.hpp"
#include "match/set_text.hpp"

namespace lacuna::match {

// `wanted` by MeasureId; empty: all. A wanted measure finds only what it asks for if that is wanted too.
[[nodiscard]] Findings evaluate_set(SetText& set, std::vector<bool> const& wanted,
                                    EvaluateOptions const& options);

// Time that each measure took, when asked for: by MeasureId, in milliseconds.
using MeasureTimes = std::vector<double>;

// Adds to the time of a measure while it lives; `times` null: nothing is measured.
class Stopwatch {
  public:
    Stopwatch(MeasureTimes* times, MeasureId measure)
        : times_(times), measure_(measure), start_(times == nullptr ? Clock::time_point() : Clock::now()) {}
    ~Stopwatch() {
        if (times_ != nullptr)
            (*times_)[measure_.index()] +=
                std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
    }
    Stopwatch(Stopwatch const&) = delete;
    Stopwatch& operator=(Stopwatch const&) = delete;

  private:
    using Clock = std::chrono::steady_clock;
    MeasureTimes* times_;
    MeasureId measure_;
    Clock::time_point start_;
};
[[nodiscard]] Findings evaluate_set(SetText& set, EvaluateOptions const& options, MeasureTimes& times);

}  // namespace lacuna::match
