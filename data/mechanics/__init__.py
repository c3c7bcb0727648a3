"""Two small hip models: load sharing in single-leg stance, and moment arms against pelvic tilt.

Pure functions on two tables of our own (`lai_uhlrich.yaml`, the primary one, and `gait2392.yaml`). What the numbers
mean and do not mean is in `data/MODEL.md`. Signs: flexion, adduction and internal rotation are positive, so the
moment arm of an abductor is negative.

    from data.mechanics.stance import Stance, solve
    solve(Stance(medius=0.5)).forces_n["tfl"]
"""
