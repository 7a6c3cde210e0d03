// Random draws that repeat on every machine, and that equal those of Python's random.Random(seed).choice, so
// that intervals can be compared with those of other tools.
#pragma once

#include <cstdint>
#include <random>

namespace lacuna::score {

class Draw {
  public:
    explicit Draw(std::uint32_t seed);
    // One of 0 … count-1, each as likely; count is at least 1.
    [[nodiscard]] std::size_t below(std::size_t count);

  private:
    std::mt19937 engine_;
};

}  // namespace lacuna::score
