# Stands for a program that takes its time.
sleep 0.15
echo "frame for $1"
